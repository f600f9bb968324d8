"""Lists of organizations become rows of the register: read, cleaned, compared, and taken all together or not at all."""

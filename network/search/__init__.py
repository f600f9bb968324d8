"""The directory's search: what is stored to be found, and how it is found."""

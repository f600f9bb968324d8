"""Organizations that stand in the register twice: found, looked at side by side, merged, and taken apart again."""

"""One factory per model; modules are named after their apps."""

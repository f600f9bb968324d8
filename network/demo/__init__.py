"""The demo's places and organizations: data files and their loaders."""

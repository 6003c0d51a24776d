"""What `make audit` and `make sbom` do. Nothing here is part of a running system."""

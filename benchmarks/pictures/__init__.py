"""Pictures of figures, drawn as SVG without a drawing library."""

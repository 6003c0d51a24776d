"""What programme leads see of the uptake: pages, files, documents and who may open them.

It only ever shows figures that disclosure control has published, and knows nothing of the gateway.
"""

"""Training of the encoder: data sets in, a folder under models/ out.

Nothing else in slantwise imports this package, and only this package imports torch.
"""

"""The language model: text in, `Reading` out."""

"""Text to vectors.

`load.load_encoder` is the way in. `onnx` runs the model inside the package, `transformers` any other
sentence-transformers model; `cache` keeps the vectors of taxonomy labels; `batches` is why the same text
gives the same bits in any company.

Importing this package costs nothing: numpy, onnxruntime and torch load with the modules that use them.
"""

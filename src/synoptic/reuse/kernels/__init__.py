"""The loops over words and fingerprints, written so that they can be compiled.

Plain functions of arrays and whole numbers, without annotations: the compiler finds
the types out by itself. See `synoptic.reuse.compiled`.
"""

# jextract looks symbols up in what System.loadLibrary loaded. Ours are in the libcurl that NativeLibrary finds.
/SymbolLookup\.loaderLookup()$/{
N
s/SymbolLookup\.loaderLookup()\n            \.or(Linker\.nativeLinker()\.defaultLookup())/io.github.curlffm.internal.lib.NativeLibrary.lookup()/
}

# What a downcall throws is thrown as it is: an OutOfMemoryError or a StackOverflowError is no broken assertion.
s/throw new AssertionError("should not reach here", ex\$);/throw io.github.curlffm.internal.lib.Libc.unexpected(ex$);/

# jextract looks symbols up in what System.loadLibrary loaded. Ours are in the libcurl that NativeLibrary finds.
/SymbolLookup\.loaderLookup()$/{
N
s/SymbolLookup\.loaderLookup()\n            \.or(Linker\.nativeLinker()\.defaultLookup())/io.github.curlffm.internal.lib.NativeLibrary.lookup()/
}

# jextract looks symbols up in what System.loadLibrary loaded. Ours are in the libcurl that NativeLibrary finds.
/SymbolLookup\.loaderLookup()$/{
N
s/SymbolLookup\.loaderLookup()\n            \.or(Linker\.nativeLinker()\.defaultLookup())/io.github.curlffm.internal.lib.NativeLibrary.lookup()/
}

# What a downcall throws is thrown as it is: an OutOfMemoryError or a StackOverflowError is no broken assertion.
s/throw new AssertionError("should not reach here", ex\$);/throw io.github.curlffm.internal.lib.Libc.unexpected(ex$);/

# Downcalls links functions that take the same number of arguments as one. In a line: the types of the results, all the
# arguments, and what the call returns.
s/Linker\.nativeLinker()\.downcallHandle(ADDR, DESC)/io.github.curlffm.internal.lib.Downcalls.link(ADDR, DESC)/
/mh\$\.invokeExact(/{
s/return (\([A-Za-z]*\))mh\$/return \1:mh$/
s/^\( *\)mh\$/\1void:mh$/
s/\([A-Za-z_][A-Za-z_0-9]*\)\([,)]\)/io.github.curlffm.internal.lib.Downcalls.arg(\1)\2/g
s/void:mh\$/long ignored$ = (long)mh$/
s/return long:mh\$/return (long)mh$/
s/return int:mh\$/return (int)(long)mh$/
s/return MemorySegment:mh\$\(.*\);$/return io.github.curlffm.internal.lib.Downcalls.pointer((long)mh$\1);/
}

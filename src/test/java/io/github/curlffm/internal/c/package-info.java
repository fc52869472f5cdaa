/** Structs of C, the layout of each against the C compiler, and addresses of sockets. */
package io.github.curlffm.internal.c;

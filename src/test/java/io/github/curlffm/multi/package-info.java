/** The multi handle: its life, its callbacks, how it waits, and which thread may do what. */
package io.github.curlffm.multi;

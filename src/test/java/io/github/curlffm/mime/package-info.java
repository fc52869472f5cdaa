/**
 * Forms: what a server's parser makes of them, where the data of their parts come from, and who may do what with a
 * MIME structure, and when. {@code MimeTransfers} is the server for all of that.
 */
package io.github.curlffm.mime;

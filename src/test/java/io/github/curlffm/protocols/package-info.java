/** Transfers of one protocol that are about more than one callback: FTP, SFTP, RTSP, TLS. */
package io.github.curlffm.protocols;

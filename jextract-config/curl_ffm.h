/*
 * What jextract reads: libcurl's public headers (curl.h brings easy.h, multi.h, urlapi.h, options.h, header.h and
 * websockets.h with it) and the socket address that CURLOPT_OPENSOCKETFUNCTION hands out.
 */
#define CURL_DISABLE_TYPECHECK
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>
#include <sys/socket.h>

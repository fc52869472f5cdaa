/** Returns a document as a string, from where redirects lead to. */
String body(String url) throws CurlException {
    try (var curl = new Easy()) {
        return curl.set(URL, url).set(FOLLOWLOCATION, true).performString();
    }
}

/** Returns the header of a document, which is not fetched. */
Map<String, List<String>> head(String url) throws CurlException {
    try (var curl = new Easy()) {
        curl.set(URL, url).set(FOLLOWLOCATION, true).set(NOBODY, true).perform();
        return curl.headerMap();
    }
}

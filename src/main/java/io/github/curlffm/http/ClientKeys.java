package io.github.curlffm.http;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The key by which a client identifies itself. */
final class ClientKeys {

    private final byte[] pkcs12;
    private final String password;

    /** Takes the only key of a store. */
    ClientKeys(KeyStore keys, char[] password) {
        this.password = new String(password);
        try {
            List<String> aliases = new ArrayList<>();
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    aliases.add(alias);
                }
            }
            if (aliases.size() != 1) {
                throw new IllegalArgumentException("the KeyStore has " + aliases.size() + " keys " + aliases
                        + "; libcurl takes one: make a KeyStore with that");
            }
            String alias = aliases.getFirst();
            Key key = keys.getKey(alias, password);
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(alias, key, password, keys.getCertificateChain(alias));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            one.store(bytes, password);
            pkcs12 = bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "the key of the KeyStore cannot be taken out, which libcurl needs: " + e.getMessage(), e);
        }
    }

    void apply(Easy easy) {
        easy.set(Option.SSLCERTTYPE, "P12").set(Option.SSLCERT_BLOB, pkcs12).set(Option.KEYPASSWD, password);
    }
}

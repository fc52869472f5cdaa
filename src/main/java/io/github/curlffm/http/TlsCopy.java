package io.github.curlffm.http;

import javax.net.ssl.SSLParameters;

/** Copies of parameters, which are mutable. */
final class TlsCopy {

    private TlsCopy() {}

    static SSLParameters of(SSLParameters from) {
        SSLParameters copy = new SSLParameters(from.getCipherSuites(), from.getProtocols());
        if (from.getNeedClientAuth()) {
            copy.setNeedClientAuth(true); // each of the two takes the other back
        } else if (from.getWantClientAuth()) {
            copy.setWantClientAuth(true);
        }
        copy.setAlgorithmConstraints(from.getAlgorithmConstraints());
        copy.setApplicationProtocols(from.getApplicationProtocols());
        copy.setEnableRetransmissions(from.getEnableRetransmissions());
        copy.setEndpointIdentificationAlgorithm(from.getEndpointIdentificationAlgorithm());
        copy.setMaximumPacketSize(from.getMaximumPacketSize());
        copy.setNamedGroups(from.getNamedGroups());
        copy.setServerNames(from.getServerNames());
        copy.setSignatureSchemes(from.getSignatureSchemes());
        copy.setSNIMatchers(from.getSNIMatchers());
        copy.setUseCipherSuitesOrder(from.getUseCipherSuitesOrder());
        return copy;
    }
}

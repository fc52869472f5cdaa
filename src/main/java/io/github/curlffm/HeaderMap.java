package io.github.curlffm;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers by their names, which are found in upper or lower case, in the order in which they came first. */
final class HeaderMap extends AbstractMap<String, List<String>> {

    private final Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<Map.Entry<String, List<String>>> inOrder;

    HeaderMap(List<Header> headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Header header : headers) {
            List<String> ofName = byName.get(header.name());
            if (ofName == null) {
                ofName = new ArrayList<>(1);
                byName.put(header.name(), ofName);
                values.put(header.name(), Collections.unmodifiableList(ofName));
            }
            ofName.add(header.value());
        }
        byName.replaceAll((name, ofName) -> Collections.unmodifiableList(ofName));
        inOrder = Collections.unmodifiableMap(values).entrySet();
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
        return inOrder;
    }

    @Override
    public List<String> get(Object name) {
        return name instanceof String string ? byName.get(string) : null;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }
}

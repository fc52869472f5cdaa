package io.github.curlffm.testing;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/**
 * A list that says one thing when it is asked for the first time, and another ever after: by its iterator, its array and its
 * elements, as one does that another thread changes in between.
 */
public final class ChangingList<E> extends AbstractList<E> {

    private final List<E> first;
    private final List<E> then;
    private boolean asked;

    public ChangingList(List<E> first, List<E> then) {
        this.first = first;
        this.then = then;
    }

    private List<E> next() {
        List<E> now = asked ? then : first;
        asked = true;
        return now;
    }

    @Override
    public Iterator<E> iterator() {
        return next().iterator();
    }

    @Override
    public Object[] toArray() {
        return next().toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return next().toArray(array);
    }

    @Override
    public E get(int index) {
        return next().get(index);
    }

    @Override
    public int size() {
        return asked ? then.size() : first.size();
    }
}

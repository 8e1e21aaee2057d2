package io.pasar.platform.event;

/// A place in a stream: the id Redis knows an entry by.
record StreamOffset(String value) {

    static final StreamOffset BEFORE_ALL = new StreamOffset("0-0");

    @Override
    public String toString() {
        return value;
    }
}

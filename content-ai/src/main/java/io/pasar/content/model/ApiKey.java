package io.pasar.content.model;

/// A provider's key. Never shown: its text form hides it, so that no log line can hold it.
public record ApiKey(String value) {

    static final ApiKey NONE = new ApiKey("");

    @Override
    public String toString() {
        return value.isEmpty() ? "(none)" : "(hidden)";
    }
}

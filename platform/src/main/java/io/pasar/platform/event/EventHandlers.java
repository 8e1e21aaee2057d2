package io.pasar.platform.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The service's handlers by consumer name.
final class EventHandlers {

    private final Map<String, EventHandler<?>> byConsumer = new LinkedHashMap<>();

    /// @throws IllegalStateException if two handlers share a name: each would take events from the other
    EventHandlers(List<EventHandler<?>> handlers) {
        handlers.forEach(this::add);
    }

    private void add(EventHandler<?> handler) {
        EventHandler<?> other = byConsumer.putIfAbsent(handler.consumer(), handler);
        if (other != null) {
            throw new IllegalStateException("two event handlers are called " + handler.consumer() + ": "
                    + other.getClass().getName() + " and "
                    + handler.getClass().getName());
        }
    }

    List<EventHandler<?>> all() {
        return List.copyOf(byConsumer.values());
    }

    List<String> consumers() {
        return List.copyOf(byConsumer.keySet());
    }

    Optional<EventHandler<?>> of(String consumer) {
        return Optional.ofNullable(byConsumer.get(consumer));
    }
}

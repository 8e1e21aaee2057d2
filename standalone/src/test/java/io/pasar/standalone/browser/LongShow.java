package io.pasar.standalone.browser;

import io.pasar.standalone.story.Api;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The figures of a show of forty minutes, which no test can wait for: people come, buy in waves, and go.
final class LongShow {

    static final int STEPS = 240;

    private static final int STEP_SECONDS = 10;

    private LongShow() {}

    /// What the public interface answers for it.
    static String figures() {
        ObjectNode figures = Api.JSON.createObjectNode().put("stepSeconds", STEP_SECONDS);
        ArrayNode points = figures.putArray("points");
        Instant start = Instant.parse("2026-11-22T10:00:00Z");
        int sold = 0;
        for (int i = 0; i < STEPS; i++) {
            double swell = Math.sin(Math.PI * i / STEPS);
            int orders = i % 60 < 30 && i > 10 ? (int) Math.round(3 * swell * Math.abs(Math.sin(i * 1.7))) : 0;
            sold += orders;
            ObjectNode point = points.addObject()
                    .put("at", start.plusSeconds((long) i * STEP_SECONDS).toString())
                    .put("viewers", 20 + (int) Math.round(160 * swell + 9 * Math.sin(i / 3.0)))
                    .put("chats", (int) Math.round(12 * swell * (1.2 + Math.sin(i / 5.0))))
                    .put("reservations", orders + (orders > 0 ? i % 2 : 0))
                    .put("orders", orders)
                    .put("stock", 240 - sold);
            money(point.putArray("revenue"), orders);
        }
        ObjectNode totals = figures.putObject("totals")
                .put("viewersPeak", 187)
                .put("chats", 1_204)
                .put("reservations", sold + 41)
                .put("orders", sold)
                .put("unitsSold", sold);
        money(totals.putArray("revenue"), sold);
        return figures.toString();
    }

    private static void money(ArrayNode revenue, int orders) {
        if (orders > 0) {
            BigDecimal amount = new BigDecimal("39.90").multiply(BigDecimal.valueOf(orders));
            revenue.addObject().put("amount", amount.toPlainString()).put("currency", "EUR");
        }
    }
}

package io.pasar.live.figure;

import io.pasar.kernel.money.Money;
import java.util.List;

/// What a room brought so far. Orders, units and revenue are those of the room's summary.
record FigureTotals(int viewersPeak, long chats, long reservations, long orders, long unitsSold, List<Money> revenue) {}

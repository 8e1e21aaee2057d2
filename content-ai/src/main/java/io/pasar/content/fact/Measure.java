package io.pasar.content.fact;

import io.pasar.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Something a fact says in numbers. Rendered for a market after the text around it was written.
public sealed interface Measure {

    /// The name a placeholder begins with; it tells a model what will stand there.
    String slotName();

    /// One or several numbers of one unit: 30 × 40 cm, 20–30 cm, 2 kg.
    record Quantity(List<Figure> figures, Join join, Unit unit) implements Measure {
        @Override
        public String slotName() {
            return switch (unit.kind()) {
                case LENGTH -> figures.size() > 1 && join == Join.BY ? "size" : "length";
                case MASS -> "weight";
                case VOLUME -> "volume";
                case TIME -> "time";
                case OTHER -> "measure";
            };
        }
    }

    /// A number of things.
    record Count(BigDecimal value) implements Measure {
        @Override
        public String slotName() {
            return "count";
        }
    }

    /// A percentage.
    record Share(BigDecimal percent) implements Measure {
        @Override
        public String slotName() {
            return "percent";
        }
    }

    /// An amount of money.
    record Price(Money money) implements Measure {
        @Override
        public String slotName() {
            return "price";
        }
    }

    /// A calendar day.
    record Day(LocalDate date) implements Measure {
        @Override
        public String slotName() {
            return "date";
        }
    }

    /// What stands between several figures.
    enum Join {
        BY,
        TO
    }
}

package io.pasar.content.market;

import io.pasar.content.language.DataFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All markets copy can be written for.
public final class Markets {

    private record Index(List<String> markets) {}

    private final Map<String, Market> markets;

    private Markets(Map<String, Market> markets) {
        this.markets = markets;
    }

    /// Reads `content/markets`.
    ///
    /// @throws IllegalStateException if a file does not fit
    public static Markets load() {
        Map<String, Claim> claims = DataFile.read("content/markets/claims.yaml")
                .as(ClaimsFile.class)
                .toClaims();
        Map<String, Market> markets = new TreeMap<>();
        for (String code :
                DataFile.read("content/markets/index.yaml").as(Index.class).markets()) {
            MarketFile file = DataFile.read("content/markets/" + code + ".yaml").as(MarketFile.class);
            markets.put(code, file.toMarket(code, claims));
        }
        return new Markets(markets);
    }

    /// The files they were read from.
    public Stream<String> resources() {
        Stream<String> own = codes().stream().map(code -> "content/markets/" + code + ".yaml");
        return Stream.concat(Stream.of("content/markets/claims.yaml"), own);
    }

    public Optional<Market> find(String code) {
        return Optional.ofNullable(markets.get(code));
    }

    /// ISO 3166-1 codes in order.
    public List<String> codes() {
        return List.copyOf(markets.keySet());
    }
}

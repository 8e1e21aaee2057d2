package io.pasar.content.copy;

import io.pasar.content.language.ContentHash;
import java.util.HexFormat;

/// The hash of everything a text is made from: normalised input, model, prompts and rules. Equal keys mean equal
/// work.
///
/// @param hex SHA-256, 64 hexadecimal digits
record CopyKey(String hex) {

    static CopyKey of(String material) {
        return new CopyKey(HexFormat.of().formatHex(ContentHash.sha256(material)));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}

package io.pasar.community.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What may be a password.
class PasswordTest {

    @Test
    void hasEightCharactersAtLeast() {
        assertThat(new Password("1234567").objection()).isPresent();
        assertThat(new Password("12345678").objection()).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDoNotAsComputersDo() {
        assertThat(new Password("🐎🐎🐎🐎").objection()).isPresent();
        assertThat(new Password("🐎🐎🐎🐎🐎🐎🐎🐎").objection()).isEmpty();
    }

    @Test
    void hasTwoHundredCharactersAtMost() {
        assertThat(new Password("x".repeat(200)).objection()).isEmpty();
        assertThat(new Password("x".repeat(201)).objection()).isPresent();
        assertThat(new Password("x".repeat(201)).isOversized()).isTrue();
    }

    @Test
    void isTheSameHoweverTheKeyboardComposesIt() {
        assertThat(new Password("cafe\u0301 au lait")).isEqualTo(new Password("caf\u00e9 au lait"));
    }

    @Test
    void hasNoControlCharacters() {
        assertThat(new Password("with a\u0000zero").objection()).isPresent();
    }

    @Test
    void neverShowsItself() {
        assertThat(new Password("correct horse").toString()).doesNotContain("horse");
    }
}

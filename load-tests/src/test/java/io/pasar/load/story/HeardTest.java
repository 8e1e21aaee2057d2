package io.pasar.load.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HeardTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Heard joined = Heard.joined(json("{'re':2,'data':{'epoch':'e','seq':7,'snapshot':{'sales':[]}}}"));

    @Test
    void countsOnFromThePositionOfTheJoin() {
        Heard heard = joined.hear(line(8)).hear(line(9));
        assertThat(heard.seq()).isEqualTo(9);
        assertThat(heard.lines()).isEqualTo(2);
        assertThat(heard.missed()).isZero();
        assertThat(heard.doubled()).isZero();
    }

    @Test
    void noticesEventsThatNeverCame() {
        assertThat(joined.hear(line(11)).missed()).isEqualTo(3);
    }

    @Test
    void noticesEventsThatCameTwice() {
        Heard heard = joined.hear(line(8)).hear(line(8)).hear(line(9));
        assertThat(heard.doubled()).isEqualTo(1);
        assertThat(heard.missed()).isZero();
    }

    @Test
    void countsNoPassingEvents() {
        Heard heard = joined.hear(json("{'type':'viewers','at':'2026-01-01T00:00:00Z','data':{'viewers':3}}"));
        assertThat(heard).isEqualTo(joined);
    }

    @Test
    void knowsTheStockOfTheSaleThatOpened() {
        Heard heard = joined.hear(json("{'type':'sale.opened','seq':8,'data':{'id':'s1','available':5}}"))
                .hear(json("{'type':'stock','data':{'saleId':'s1','available':2}}"))
                .hear(json("{'type':'stock','data':{'saleId':'other','available':9}}"));
        assertThat(heard.sale()).isEqualTo("s1");
        assertThat(heard.available()).isEqualTo(2);
    }

    @Test
    void knowsASaleThatWasOpenAlready() {
        Heard late = Heard.joined(
                json("{'re':2,'data':{'seq':9,'snapshot':{'sales':[{'id':'s1','available':4,'state':'open'}]}}}"));
        assertThat(late.sale()).isEqualTo("s1");
        assertThat(late.available()).isEqualTo(4);
    }

    @Test
    void knowsThatTheShowIsOver() {
        assertThat(joined.hear(json("{'type':'room.state','seq':8,'data':{'state':'ended'}}"))
                        .ended())
                .isTrue();
    }

    private static JsonNode line(int seq) {
        return json("{'type':'chat.message','seq':" + seq + ",'data':{'text':'hi'}}");
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}

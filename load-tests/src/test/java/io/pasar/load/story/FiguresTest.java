package io.pasar.load.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void takesCountFailuresAndTimesOutOfTheReport() {
        String html = """
                <tr id="req_pay" data-parent="ROOT"><td class="total col-1">
                  <span id="stats-table-req_pay" class="ellipsed-name">pay</span></td>
                  <td class="value total col-2">40</td><td class="value ok col-3">39</td>
                  <td class="value ko col-4">1</td><td class="value ko col-5">2.5</td>
                  <td class="value total col-6">0.57</td><td class="value total col-7">7</td>
                  <td class="value total col-8">11</td><td class="value total col-9">13</td>
                  <td class="value total col-10">17</td><td class="value total col-11">19</td>
                  <td class="value total col-12">23</td></tr>""";

        assertThat(Figures.table(html).lines().toList().getLast().split("\\s*\\|\\s*"))
                .containsExactly("", "pay", "40", "1", "11", "17", "19", "23");
    }
}

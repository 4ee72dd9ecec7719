/** Names of months in the languages of funding files, without accents; one line a month. */
const NAMES = [
  'jan january januar januari janvier janv enero ene gennaio gen janeiro stycznia styczen sty leden ledna januar',
  'feb february februar februari fevrier fevr fev febrero febbraio fevereiro lutego luty unor unora',
  'mar march marz mrz maart mrt mars marzo marco marca marzec brezen brezna marts',
  'apr april avril avr abril abr aprile kwietnia kwiecien kwi duben dubna',
  'may mai mei mayo maggio mag maio maja maj kveten kvetna',
  'jun june juni juin junio giugno giu junho czerwca czerwiec cze cerven cervna',
  'jul july juli juillet juil julio luglio lug julho lipca lipiec lip cervenec cervence',
  'aug august augustus aout aou agosto ago sierpnia sierpien sie srpen srpna augusti',
  'sep sept september septembre septiembre setiembre settembre set setembro wrzesnia wrzesien wrz zari',
  'oct october oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijen rijna',
  'nov november novembre noviembre novembro listopada listopad',
  'dec december dezember dez decembre diciembre dic dicembre dezembro grudnia grudzien gru prosinec prosince',
];

const MONTHS = new Map(
  NAMES.flatMap((line, index) =>
    line.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

/** The month (1 to 12) of a name or its abbreviation, in any case, with or without accents and point. */
export function monthNamed(name: string): number | undefined {
  const bare = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  return MONTHS.get(bare);
}

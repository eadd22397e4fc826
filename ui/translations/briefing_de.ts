<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
  <context>
    <name>About</name>
    <message>
      <source>About Briefing Desk</source>
      <translation>Über Briefing Desk</translation>
    </message>
    <message>
      <source>Briefing Desk turns the documents about one matter into a cited briefing. Every line of evidence is the source’s own words and says where it stands. Nothing leaves this computer.</source>
      <translation>Briefing Desk macht aus den Dokumenten zu einem Vorgang ein Briefing mit Fundstellen. Jeder Beleg steht in den Worten der Quelle und sagt, wo er zu finden ist. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
  </context>
  <context>
    <name>Actions</name>
    <message>
      <source>&amp;About Briefing Desk</source>
      <translation>Ü&amp;ber Briefing Desk</translation>
    </message>
    <message>
      <source>&amp;Copy rows</source>
      <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
      <source>&amp;Dark colours</source>
      <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
      <source>&amp;Details…</source>
      <translation>&amp;Einzelheiten…</translation>
    </message>
    <message>
      <source>&amp;Documents</source>
      <translation>D&amp;okumente</translation>
    </message>
    <message>
      <source>&amp;Drop</source>
      <translation>&amp;Verwerfen</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>&amp;English</source>
      <translation>&amp;English</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <source>&amp;Filter</source>
      <translation>&amp;Filtern</translation>
    </message>
    <message>
      <source>&amp;Forget these</source>
      <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>&amp;Hide the actor</source>
      <translation>Akteur &amp;ausblenden</translation>
    </message>
    <message>
      <source>&amp;In or out of the briefing</source>
      <translation>&amp;Ins Briefing oder heraus</translation>
    </message>
    <message>
      <source>&amp;Keyboard shortcuts</source>
      <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
      <source>&amp;Light colours</source>
      <translation>&amp;Helle Farben</translation>
    </message>
    <message>
      <source>&amp;Merge actors…</source>
      <translation>Akteure &amp;vereinen…</translation>
    </message>
    <message>
      <source>&amp;New matter</source>
      <translation>&amp;Neuer Vorgang</translation>
    </message>
    <message>
      <source>&amp;Normal text</source>
      <translation>&amp;Normale Schrift</translation>
    </message>
    <message>
      <source>&amp;Open documents…</source>
      <translation>Dokumente ö&amp;ffnen…</translation>
    </message>
    <message>
      <source>&amp;Pin</source>
      <translation>&amp;Anheften</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>Been&amp;den</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Wiederholen</translation>
    </message>
    <message>
      <source>&amp;Remove</source>
      <translation>Ent&amp;fernen</translation>
    </message>
    <message>
      <source>&amp;Rename the actor…</source>
      <translation>Akteur um&amp;benennen…</translation>
    </message>
    <message>
      <source>&amp;Save project…</source>
      <translation>Projekt &amp;speichern…</translation>
    </message>
    <message>
      <source>&amp;Split again</source>
      <translation>Wieder tre&amp;nnen</translation>
    </message>
    <message>
      <source>&amp;Stop working</source>
      <translation>A&amp;bbrechen</translation>
    </message>
    <message>
      <source>&amp;Try the example</source>
      <translation>&amp;Beispiel ansehen</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <source>Add all documents of a folder to the matter</source>
      <translation>Alle Dokumente eines Ordners zum Vorgang nehmen</translation>
    </message>
    <message>
      <source>Add documents to the matter</source>
      <translation>Dokumente zum Vorgang nehmen</translation>
    </message>
    <message>
      <source>Begin a message with the PDF attached</source>
      <translation>Eine Nachricht mit dem PDF als Anhang beginnen</translation>
    </message>
    <message>
      <source>Begin with an empty desk</source>
      <translation>Mit leerem Schreibtisch beginnen</translation>
    </message>
    <message>
      <source>Colours of the &amp;system</source>
      <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
      <source>Copy the chosen rows, as a table where they are one</source>
      <translation>Die gewählten Zeilen kopieren, als Tabelle, wo sie eine sind</translation>
    </message>
    <message>
      <source>Count apart what was merged into the chosen actors</source>
      <translation>Wieder getrennt zählen, was in den gewählten Akteuren vereint wurde</translation>
    </message>
    <message>
      <source>Count the chosen actors as one</source>
      <translation>Die gewählten Akteure als einen zählen</translation>
    </message>
    <message>
      <source>De&amp;utsch</source>
      <translation>De&amp;utsch</translation>
    </message>
    <message>
      <source>E-&amp;mail…</source>
      <translation>E-&amp;Mail…</translation>
    </message>
    <message>
      <source>Eviden&amp;ce</source>
      <translation>B&amp;elege</translation>
    </message>
    <message>
      <source>Export &amp;PDF…</source>
      <translation>&amp;PDF-Export…</translation>
    </message>
    <message>
      <source>Export &amp;Word…</source>
      <translation>&amp;Word-Export…</translation>
    </message>
    <message>
      <source>Export we&amp;b page…</source>
      <translation>W&amp;eb-Export…</translation>
    </message>
    <message>
      <source>Find in the &amp;text</source>
      <translation>Im &amp;Text suchen</translation>
    </message>
    <message>
      <source>Give the chosen line’s actor another name</source>
      <translation>Dem Akteur der gewählten Zeile einen anderen Namen geben</translation>
    </message>
    <message>
      <source>Go on in another project file; the present one stays as it is</source>
      <translation>In einer anderen Projektdatei weiterarbeiten; die jetzige bleibt, wie sie ist</translation>
    </message>
    <message>
      <source>Go on with a matter that was saved</source>
      <translation>Einen gespeicherten Vorgang fortsetzen</translation>
    </message>
    <message>
      <source>Keep the chosen evidence in the briefing, or let it go again</source>
      <translation>Die gewählten Belege im Briefing halten oder wieder freigeben</translation>
    </message>
    <message>
      <source>Keep the matter, documents and all, in one file</source>
      <translation>Den Vorgang samt Dokumenten in einer Datei aufheben</translation>
    </message>
    <message>
      <source>L&amp;arger text</source>
      <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
      <source>Language of the s&amp;ystem</source>
      <translation>Sprache des S&amp;ystems</translation>
    </message>
    <message>
      <source>Leave the chosen documents out of the briefing, or take them back in</source>
      <translation>Die gewählten Dokumente aus dem Briefing lassen oder wieder hineinnehmen</translation>
    </message>
    <message>
      <source>Leave the chosen evidence out of the briefing, or take it back in</source>
      <translation>Die gewählten Belege aus dem Briefing lassen oder wieder hineinnehmen</translation>
    </message>
    <message>
      <source>Leave the chosen line’s actor out of the briefing, or take it back in</source>
      <translation>Den Akteur der gewählten Zeile aus dem Briefing lassen oder wieder hineinnehmen</translation>
    </message>
    <message>
      <source>Load the seven example documents that come with the program</source>
      <translation>Die sieben Beispieldokumente laden, die mit dem Programm kommen</translation>
    </message>
    <message>
      <source>Look at the templates, change a copy, import and export</source>
      <translation>Die Vorlagen ansehen, eine Kopie ändern, importieren und exportieren</translation>
    </message>
    <message>
      <source>Main toolbar</source>
      <translation>Hauptleiste</translation>
    </message>
    <message>
      <source>Move &amp;down</source>
      <translation>Nach &amp;unten</translation>
    </message>
    <message>
      <source>Move &amp;up</source>
      <translation>Nach &amp;oben</translation>
    </message>
    <message>
      <source>Open &amp;folder…</source>
      <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
      <source>Open pro&amp;ject…</source>
      <translation>Pro&amp;jekt öffnen…</translation>
    </message>
    <message>
      <source>Opened &amp;last</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>P&amp;rint…</source>
      <translation>D&amp;rucken…</translation>
    </message>
    <message>
      <source>Print the chosen line after the one below it</source>
      <translation>Die gewählte Zeile nach der nächsten drucken</translation>
    </message>
    <message>
      <source>Print the chosen line before the one above it</source>
      <translation>Die gewählte Zeile vor der vorigen drucken</translation>
    </message>
    <message>
      <source>Put into &amp;context…</source>
      <translation>In den &amp;Zusammenhang stellen…</translation>
    </message>
    <message>
      <source>Put the words selected in the reader into the briefing, cited</source>
      <translation>Die im Leser ausgewählten Worte mit Fundstelle ins Briefing nehmen</translation>
    </message>
    <message>
      <source>Re&amp;word or correct…</source>
      <translation>&amp;Umformulieren oder berichtigen…</translation>
    </message>
    <message>
      <source>S&amp;ave project as…</source>
      <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
      <source>S&amp;maller text</source>
      <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
      <source>Save key fi&amp;gures…</source>
      <translation>Kennza&amp;hlen speichern…</translation>
    </message>
    <message>
      <source>Say the chosen line in your own words, or give the right figure, shown as yours</source>
      <translation>Die gewählte Zeile in eigenen Worten sagen oder die richtige Zahl angeben, als Ihre gekennzeichnet</translation>
    </message>
    <message>
      <source>Say what the chosen document is: title, outlet, author, date, address, how far to trust it</source>
      <translation>Sagen, was das gewählte Dokument ist: Titel, Medium, Autor, Datum, Adresse, wie weit ihm zu trauen ist</translation>
    </message>
    <message>
      <source>Search in the reader’s document</source>
      <translation>Im Dokument des Lesers suchen</translation>
    </message>
    <message>
      <source>See the pages as they will be printed, and print them</source>
      <translation>Die Seiten sehen, wie sie gedruckt werden, und drucken</translation>
    </message>
    <message>
      <source>Show only what contains some words</source>
      <translation>Nur zeigen, was bestimmte Wörter enthält</translation>
    </message>
    <message>
      <source>T&amp;emplates…</source>
      <translation>&amp;Vorlagen…</translation>
    </message>
    <message>
      <source>Take the chosen documents out of the matter</source>
      <translation>Die gewählten Dokumente aus dem Vorgang nehmen</translation>
    </message>
    <message>
      <source>Use English from the next start on</source>
      <translation>Vom nächsten Start an Englisch verwenden</translation>
    </message>
    <message>
      <source>Use German from the next start on</source>
      <translation>Vom nächsten Start an Deutsch verwenden</translation>
    </message>
    <message>
      <source>Use the s&amp;elected text</source>
      <translation>Ausgewählten &amp;Text verwenden</translation>
    </message>
    <message>
      <source>Use the system’s language from the next start on</source>
      <translation>Vom nächsten Start an die Sprache des Systems verwenden</translation>
    </message>
    <message>
      <source>What can be done about a line that leans on text that was not chosen</source>
      <translation>Was sich bei einer Zeile tun lässt, die sich auf nicht gewählten Text stützt</translation>
    </message>
    <message>
      <source>Write the briefing as HTML</source>
      <translation>Das Briefing als HTML schreiben</translation>
    </message>
    <message>
      <source>Write the briefing as a PDF file</source>
      <translation>Das Briefing als PDF-Datei schreiben</translation>
    </message>
    <message>
      <source>Write the briefing as a Word document</source>
      <translation>Das Briefing als Word-Dokument schreiben</translation>
    </message>
    <message>
      <source>Write the table of key figures for Excel, or as CSV</source>
      <translation>Die Tabelle der Kennzahlen für Excel oder als CSV schreiben</translation>
    </message>
  </context>
  <context>
    <name>CardDelegate</name>
    <message>
      <source>The source says: {0}</source>
      <translation>Die Quelle sagt: {0}</translation>
    </message>
    <message>
      <source>Your note: {0}</source>
      <translation>Ihre Notiz: {0}</translation>
    </message>
    <message>
      <source>dropped</source>
      <translation>verworfen</translation>
    </message>
    <message>
      <source>pinned</source>
      <translation>angeheftet</translation>
    </message>
    <message>
      <source>your wording</source>
      <translation>Ihr Wortlaut</translation>
    </message>
  </context>
  <context>
    <name>CardDialog</name>
    <message>
      <source>&amp;Author</source>
      <translation>&amp;Autor</translation>
    </message>
    <message>
      <source>&amp;Credibility</source>
      <translation>&amp;Glaubwürdigkeit</translation>
    </message>
    <message>
      <source>&amp;Date</source>
      <translation>&amp;Datum</translation>
    </message>
    <message>
      <source>&amp;Kind</source>
      <translation>A&amp;rt</translation>
    </message>
    <message>
      <source>&amp;Marking</source>
      <translation>&amp;Kennzeichnung</translation>
    </message>
    <message>
      <source>&amp;Outlet</source>
      <translation>Mediu&amp;m</translation>
    </message>
    <message>
      <source>&amp;Read on</source>
      <translation>Ge&amp;lesen am</translation>
    </message>
    <message>
      <source>&amp;Title</source>
      <translation>&amp;Titel</translation>
    </message>
    <message>
      <source>1 – confirmed by other sources</source>
      <translation>1 – von anderen Quellen bestätigt</translation>
    </message>
    <message>
      <source>2 – probably true</source>
      <translation>2 – wahrscheinlich wahr</translation>
    </message>
    <message>
      <source>2026-10-21</source>
      <translation>2026-10-21</translation>
    </message>
    <message>
      <source>2026-10-21, 2026-10 or 2026</source>
      <translation>2026-10-21, 2026-10 oder 2026</translation>
    </message>
    <message>
      <source>3 – possibly true</source>
      <translation>3 – möglicherweise wahr</translation>
    </message>
    <message>
      <source>4 – doubtful</source>
      <translation>4 – zweifelhaft</translation>
    </message>
    <message>
      <source>5 – improbable</source>
      <translation>5 – unwahrscheinlich</translation>
    </message>
    <message>
      <source>6 – cannot be judged</source>
      <translation>6 – nicht zu beurteilen</translation>
    </message>
    <message>
      <source>A – completely reliable</source>
      <translation>A – völlig zuverlässig</translation>
    </message>
    <message>
      <source>A&amp;ddress</source>
      <translation>Adr&amp;esse</translation>
    </message>
    <message>
      <source>As the document &amp;says</source>
      <translation>Wie das Dokument &amp;sagt</translation>
    </message>
    <message>
      <source>B – usually reliable</source>
      <translation>B – meist zuverlässig</translation>
    </message>
    <message>
      <source>C – fairly reliable</source>
      <translation>C – ziemlich zuverlässig</translation>
    </message>
    <message>
      <source>Credibility of what it says</source>
      <translation>Glaubwürdigkeit der Angaben</translation>
    </message>
    <message>
      <source>D – not usually reliable</source>
      <translation>D – meist nicht zuverlässig</translation>
    </message>
    <message>
      <source>Details of “{0}”</source>
      <translation>Einzelheiten zu „{0}“</translation>
    </message>
    <message>
      <source>E – unreliable</source>
      <translation>E – unzuverlässig</translation>
    </message>
    <message>
      <source>F – cannot be judged</source>
      <translation>F – nicht zu beurteilen</translation>
    </message>
    <message>
      <source>Re&amp;liability</source>
      <translation>&amp;Zuverlässigkeit</translation>
    </message>
    <message>
      <source>Reliability of the source</source>
      <translation>Zuverlässigkeit der Quelle</translation>
    </message>
    <message>
      <source>for example OFFICIAL</source>
      <translation>zum Beispiel VS-NfD</translation>
    </message>
    <message>
      <source>https://…</source>
      <translation>https://…</translation>
    </message>
    <message>
      <source>not judged</source>
      <translation>nicht beurteilt</translation>
    </message>
    <message>
      <source>who published it</source>
      <translation>wer es veröffentlicht hat</translation>
    </message>
    <message>
      <source>wire report, audit, tweet …</source>
      <translation>Agenturmeldung, Prüfbericht, Tweet …</translation>
    </message>
    <message>
      <source>“{0}” is no date: write 2026-10-21, 2026-10 or 2026, or leave it empty.</source>
      <translation>„{0}“ ist kein Datum: schreiben Sie 2026-10-21, 2026-10 oder 2026, oder lassen Sie es leer.</translation>
    </message>
  </context>
  <context>
    <name>Evidence</name>
    <message>
      <source>Actor</source>
      <translation>Akteur</translation>
    </message>
    <message>
      <source>Actors</source>
      <translation>Akteure</translation>
    </message>
    <message>
      <source>Also called</source>
      <translation>Auch genannt</translation>
    </message>
    <message>
      <source>As of</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Counted with it</source>
      <translation>Mitgezählt</translation>
    </message>
    <message>
      <source>Disagreements</source>
      <translation>Widersprüche</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <source>First named in</source>
      <translation>Zuerst genannt in</translation>
    </message>
    <message>
      <source>Key figures</source>
      <translation>Kennzahlen</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Leans on text that was not chosen: read it in its place</source>
      <translation>Stützt sich auf nicht gewählten Text: bitte an Ort und Stelle lesen</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Named</source>
      <translation>Nennungen</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>Problem</source>
      <translation>Problem</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Funktion</translation>
    </message>
    <message>
      <source>Said by</source>
      <translation>Angabe von</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Speaks for</source>
      <translation>Spricht für</translation>
    </message>
    <message>
      <source>Statements</source>
      <translation>Aussagen</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Zusammenfassung</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>also elsewhere</source>
      <translation>auch anderswo</translation>
    </message>
    <message>
      <source>also in {0} other places</source>
      <translation>auch an {0} anderen Stellen</translation>
    </message>
    <message>
      <source>group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>state</source>
      <translation>Staat</translation>
    </message>
    <message>
      <source>{0} words</source>
      <translation>{0} Wörter</translation>
    </message>
    <message>
      <source>≠ another source, or another speaker, gives a different value</source>
      <translation>≠ eine andere Quelle oder ein anderer Sprecher nennt einen anderen Wert</translation>
    </message>
  </context>
  <context>
    <name>EvidencePage</name>
    <message>
      <source>Filter: {0}</source>
      <translation>Filter: {0}</translation>
    </message>
    <message>
      <source>Show only what contains …</source>
      <translation>Nur zeigen, was enthält …</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} von {1}</translation>
    </message>
  </context>
  <context>
    <name>EvidencePanel</name>
    <message>
      <source>Evidence</source>
      <translation>Belege</translation>
    </message>
    <message>
      <source>Kinds of evidence</source>
      <translation>Arten von Belegen</translation>
    </message>
  </context>
  <context>
    <name>Files</name>
    <message>
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <source>Briefing</source>
      <translation>Briefing</translation>
    </message>
    <message>
      <source>Briefing template</source>
      <translation>Briefing-Vorlage</translation>
    </message>
    <message>
      <source>Choose a Word file</source>
      <translation>Word-Datei wählen</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>Dokumente</translation>
    </message>
    <message>
      <source>E-mail draft</source>
      <translation>E-Mail-Entwurf</translation>
    </message>
    <message>
      <source>Excel workbook</source>
      <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
      <source>Export the template</source>
      <translation>Vorlage exportieren</translation>
    </message>
    <message>
      <source>Import a template</source>
      <translation>Vorlage importieren</translation>
    </message>
    <message>
      <source>Open a folder of documents</source>
      <translation>Ordner mit Dokumenten öffnen</translation>
    </message>
    <message>
      <source>Open a project</source>
      <translation>Projekt öffnen</translation>
    </message>
    <message>
      <source>Open documents</source>
      <translation>Dokumente öffnen</translation>
    </message>
    <message>
      <source>PDF file</source>
      <translation>PDF-Datei</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Projekt</translation>
    </message>
    <message>
      <source>Save the briefing</source>
      <translation>Briefing speichern</translation>
    </message>
    <message>
      <source>Save the key figures</source>
      <translation>Kennzahlen speichern</translation>
    </message>
    <message>
      <source>Save the project</source>
      <translation>Projekt speichern</translation>
    </message>
    <message>
      <source>Text with commas</source>
      <translation>Text mit Kommas</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>Webseite</translation>
    </message>
    <message>
      <source>Word document</source>
      <translation>Word-Dokument</translation>
    </message>
  </context>
  <context>
    <name>FindingBar</name>
    <message>
      <source>Close the search</source>
      <translation>Suche schließen</translation>
    </message>
    <message>
      <source>Find in the document</source>
      <translation>Im Dokument suchen</translation>
    </message>
    <message>
      <source>Find in this document</source>
      <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
      <source>The next place</source>
      <translation>Die nächste Stelle</translation>
    </message>
    <message>
      <source>The place before</source>
      <translation>Die vorige Stelle</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} von {1}</translation>
    </message>
  </context>
  <context>
    <name>Jobs</name>
    <message>
      <source>Analysing</source>
      <translation>Analyse</translation>
    </message>
    <message>
      <source>Drawing the preview</source>
      <translation>Zeichnen der Vorschau</translation>
    </message>
    <message>
      <source>Exporting</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Exporting the template</source>
      <translation>Exportieren der Vorlage</translation>
    </message>
    <message>
      <source>Importing the template</source>
      <translation>Importieren der Vorlage</translation>
    </message>
    <message>
      <source>Looking around</source>
      <translation>Umsehen</translation>
    </message>
    <message>
      <source>Looking for templates</source>
      <translation>Suchen der Vorlagen</translation>
    </message>
    <message>
      <source>Reading and analysing</source>
      <translation>Lesen und Analysieren</translation>
    </message>
    <message>
      <source>Saving the key figures</source>
      <translation>Speichern der Kennzahlen</translation>
    </message>
    <message>
      <source>Saving the template</source>
      <translation>Speichern der Vorlage</translation>
    </message>
    <message>
      <source>Summarising</source>
      <translation>Zusammenfassen</translation>
    </message>
  </context>
  <context>
    <name>Judging</name>
    <message>
      <source>drop</source>
      <translation>verwerfen</translation>
    </message>
    <message>
      <source>move</source>
      <translation>verschieben</translation>
    </message>
    <message>
      <source>pin</source>
      <translation>anheften</translation>
    </message>
    <message>
      <source>reword</source>
      <translation>umformulieren</translation>
    </message>
    <message>
      <source>write</source>
      <translation>schreiben</translation>
    </message>
  </context>
  <context>
    <name>Keeping</name>
    <message>
      <source>Everything is in “{0}”, as it is after every change.</source>
      <translation>Alles steht in „{0}“, wie nach jeder Änderung.</translation>
    </message>
    <message>
      <source>Saved as “{0}”. From now on every change is kept there at once.</source>
      <translation>Als „{0}“ gespeichert. Von jetzt an wird dort jede Änderung sofort festgehalten.</translation>
    </message>
    <message>
      <source>The last changes are not on the disk: {0}</source>
      <translation>Die letzten Änderungen sind nicht auf der Platte: {0}</translation>
    </message>
    <message>
      <source>This work has not been saved as a project.</source>
      <translation>Diese Arbeit ist noch nicht als Projekt gespeichert.</translation>
    </message>
    <message>
      <source>“{0}” is open already.</source>
      <translation>„{0}“ ist schon geöffnet.</translation>
    </message>
    <message>
      <source>“{0}” was moved, deleted or changed before it could be kept in the project: load it again.</source>
      <translation>„{0}“ wurde verschoben, gelöscht oder geändert, bevor es ins Projekt kam: bitte noch einmal laden.</translation>
    </message>
  </context>
  <context>
    <name>Leaving</name>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <source>&amp;Do not save</source>
      <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
      <source>&amp;Save…</source>
      <translation>&amp;Speichern…</translation>
    </message>
    <message>
      <source>Briefing Desk</source>
      <translation>Briefing Desk</translation>
    </message>
    <message>
      <source>Save it as a project, and you can go on with it later.</source>
      <translation>Als Projekt gespeichert, lässt sie sich später fortsetzen.</translation>
    </message>
  </context>
  <context>
    <name>Loading</name>
    <message>
      <source>add documents</source>
      <translation>Dokumente hinzufügen</translation>
    </message>
    <message>
      <source>change a document’s details</source>
      <translation>Einzelheiten eines Dokuments ändern</translation>
    </message>
    <message>
      <source>remove documents</source>
      <translation>Dokumente entfernen</translation>
    </message>
  </context>
  <context>
    <name>Looks</name>
    <message>
      <source>The language changes when the program is started again.</source>
      <translation>Die Sprache wechselt, wenn das Programm neu gestartet wird.</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Briefing Desk</source>
      <translation>Briefing Desk</translation>
    </message>
    <message>
      <source>New matter</source>
      <translation>Neuer Vorgang</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <source>Reader</source>
      <translation>Leser</translation>
    </message>
    <message>
      <source>Reader and preview</source>
      <translation>Leser und Vorschau</translation>
    </message>
    <message>
      <source>Reader or preview</source>
      <translation>Leser oder Vorschau</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>choose the template</source>
      <translation>Vorlage wählen</translation>
    </message>
    <message>
      <source>fill in the form</source>
      <translation>Angaben ausfüllen</translation>
    </message>
  </context>
  <context>
    <name>Naming</name>
    <message>
      <source>Count “{0}” as:</source>
      <translation>„{0}“ zählen als:</translation>
    </message>
    <message>
      <source>Merge actors</source>
      <translation>Akteure vereinen</translation>
    </message>
    <message>
      <source>Name (empty: as the sources say):</source>
      <translation>Name (leer: wie in den Quellen):</translation>
    </message>
    <message>
      <source>Rename the actor</source>
      <translation>Akteur umbenennen</translation>
    </message>
    <message>
      <source>count apart</source>
      <translation>getrennt zählen</translation>
    </message>
    <message>
      <source>hide the actor</source>
      <translation>Akteur ausblenden</translation>
    </message>
    <message>
      <source>merge actors</source>
      <translation>Akteure vereinen</translation>
    </message>
    <message>
      <source>rename the actor</source>
      <translation>Akteur umbenennen</translation>
    </message>
  </context>
  <context>
    <name>NoticePanel</name>
    <message>
      <source>&amp;Show in folder</source>
      <translation>&amp;Im Ordner zeigen</translation>
    </message>
    <message>
      <source>Detai&amp;ls…</source>
      <translation>Einze&amp;lheiten…</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <source>Dis&amp;miss</source>
      <translation>S&amp;chließen</translation>
    </message>
    <message>
      <source>O&amp;pen it</source>
      <translation>Öff&amp;nen</translation>
    </message>
  </context>
  <context>
    <name>Output</name>
    <message>
      <source>Please find the briefing “{0}” attached.</source>
      <translation>Anbei das Briefing „{0}“.</translation>
    </message>
    <message>
      <source>The draft cannot be kept in {0}: {1}.</source>
      <translation>Der Entwurf kann nicht in {0} abgelegt werden: {1}.</translation>
    </message>
    <message>
      <source>The message could not be written: {0}.</source>
      <translation>Die Nachricht konnte nicht geschrieben werden: {0}.</translation>
    </message>
  </context>
  <context>
    <name>PreviewPanel</name>
    <message>
      <source>Click on a citation to read it in its place</source>
      <translation>Eine Fundstelle anklicken, um sie an Ort und Stelle zu lesen</translation>
    </message>
    <message>
      <source>Preview of the briefing</source>
      <translation>Vorschau des Briefings</translation>
    </message>
    <message>
      <source>The briefing is shown here as soon as there are documents.</source>
      <translation>Hier erscheint das Briefing, sobald es Dokumente gibt.</translation>
    </message>
  </context>
  <context>
    <name>ProgressPanel</name>
    <message>
      <source>Ca&amp;ncel</source>
      <translation>Abb&amp;rechen</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation>Wird angehalten …</translation>
    </message>
  </context>
  <context>
    <name>ReaderPanel</name>
    <message>
      <source>Choose a document or a piece of evidence to read it in its place.</source>
      <translation>Wählen Sie ein Dokument oder einen Beleg, um ihn an Ort und Stelle zu lesen.</translation>
    </message>
    <message>
      <source>Text of the document</source>
      <translation>Text des Dokuments</translation>
    </message>
  </context>
  <context>
    <name>RequestPanel</name>
    <message>
      <source>&amp;Template</source>
      <translation>&amp;Vorlage</translation>
    </message>
    <message>
      <source>D&amp;ate</source>
      <translation>Dat&amp;um</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Fo&amp;r</source>
      <translation>&amp;Für</translation>
    </message>
    <message>
      <source>Mar&amp;king</source>
      <translation>Kennzeichnun&amp;g</translation>
    </message>
    <message>
      <source>T&amp;itle</source>
      <translation>&amp;Titel</translation>
    </message>
    <message>
      <source>as in the template</source>
      <translation>wie in der Vorlage</translation>
    </message>
    <message>
      <source>d MMMM yyyy</source>
      <translation>d. MMMM yyyy</translation>
    </message>
    <message>
      <source>for example OFFICIAL</source>
      <translation>zum Beispiel VS-NfD</translation>
    </message>
  </context>
  <context>
    <name>RowsModel</name>
    <message>
      <source>Your note: {0}</source>
      <translation>Ihre Notiz: {0}</translation>
    </message>
    <message>
      <source>dropped</source>
      <translation>verworfen</translation>
    </message>
    <message>
      <source>pinned</source>
      <translation>angeheftet</translation>
    </message>
    <message>
      <source>reworded: {0}</source>
      <translation>umformuliert: {0}</translation>
    </message>
    <message>
      <source>{0} (source: {1})</source>
      <translation>{0} (Quelle: {1})</translation>
    </message>
  </context>
  <context>
    <name>Saver</name>
    <message>
      <source>The last change could not be kept. Save the project elsewhere.</source>
      <translation>Die letzte Änderung konnte nicht festgehalten werden. Speichern Sie das Projekt an einem anderen Ort.</translation>
    </message>
  </context>
  <context>
    <name>Sections</name>
    <message>
      <source>About the sources</source>
      <translation>Über die Quellen</translation>
    </message>
    <message>
      <source>Annex</source>
      <translation>Anhang</translation>
    </message>
    <message>
      <source>Bottom line, to be written</source>
      <translation>Kernaussage, zu schreiben</translation>
    </message>
    <message>
      <source>Disagreements</source>
      <translation>Widersprüche</translation>
    </message>
    <message>
      <source>Each</source>
      <translation>Je</translation>
    </message>
    <message>
      <source>Gaps, to be written</source>
      <translation>Lücken, zu schreiben</translation>
    </message>
    <message>
      <source>Heading</source>
      <translation>Überschrift</translation>
    </message>
    <message>
      <source>Key figures</source>
      <translation>Kennzahlen</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>List of sources</source>
      <translation>Quellenverzeichnis</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>Statements</source>
      <translation>Aussagen</translation>
    </message>
    <message>
      <source>Strip of figures</source>
      <translation>Zahlenleiste</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Zusammenfassung</translation>
    </message>
    <message>
      <source>Text to be written</source>
      <translation>Text, zu schreiben</translation>
    </message>
    <message>
      <source>The most lines, rows or repetitions; 0: no limit</source>
      <translation>Höchstens so viele Zeilen oder Wiederholungen; 0: unbegrenzt</translation>
    </message>
    <message>
      <source>The most rows of each actor, source or disagreement; 0: no limit</source>
      <translation>Höchstens so viele Zeilen je Akteur, Quelle oder Widerspruch; 0: unbegrenzt</translation>
    </message>
    <message>
      <source>The most words of a summary; 0: no limit</source>
      <translation>Höchstens so viele Wörter einer Zusammenfassung; 0: unbegrenzt</translation>
    </message>
    <message>
      <source>Ticked sections are in the briefing. Double-click to change the heading.</source>
      <translation>Angekreuzte Abschnitte stehen im Briefing. Doppelklick ändert die Überschrift.</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <source>What has changed</source>
      <translation>Was sich geändert hat</translation>
    </message>
    <message>
      <source>What it shows</source>
      <translation>Was er zeigt</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Wörter</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message>
      <source>Briefing Desk</source>
      <translation>Briefing Desk</translation>
    </message>
  </context>
  <context>
    <name>Shelving</name>
    <message>
      <source>Saved “{0}”.</source>
      <translation>„{0}“ ist gespeichert.</translation>
    </message>
    <message>
      <source>Your own templates are kept in {0}.</source>
      <translation>Ihre eigenen Vorlagen liegen in {0}.</translation>
    </message>
  </context>
  <context>
    <name>Showing</name>
    <message>
      <source>Select some words in the reader first.</source>
      <translation>Wählen Sie erst einige Worte im Leser aus.</translation>
    </message>
    <message>
      <source>The words are in the briefing, and in the summary’s list.</source>
      <translation>Die Worte stehen im Briefing und in der Liste der Zusammenfassung.</translation>
    </message>
    <message>
      <source>choose words by hand</source>
      <translation>Worte von Hand wählen</translation>
    </message>
  </context>
  <context>
    <name>SourcesPanel</name>
    <message>
      <source>Doc&amp;uments</source>
      <translation>Do&amp;kumente</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>Dokumente</translation>
    </message>
  </context>
  <context>
    <name>StripedTable</name>
    <message>
      <source>Column headings</source>
      <translation>Spaltenüberschriften</translation>
    </message>
  </context>
  <context>
    <name>SummaryBar</name>
    <message>
      <source>Everything together</source>
      <translation>Alles zusammen</translation>
    </message>
    <message>
      <source>For each actor</source>
      <translation>Je Akteur</translation>
    </message>
    <message>
      <source>For each document</source>
      <translation>Je Dokument</translation>
    </message>
    <message>
      <source>For each topic</source>
      <translation>Je Thema</translation>
    </message>
    <message>
      <source>On a question</source>
      <translation>Zu einer Frage</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Which summary</source>
      <translation>Welche Zusammenfassung</translation>
    </message>
    <message>
      <source>a question or some words, then Return</source>
      <translation>eine Frage oder einige Wörter, dann Eingabetaste</translation>
    </message>
  </context>
  <context>
    <name>Summing</name>
    <message>
      <source>Choose a line of the summary first.</source>
      <translation>Wählen Sie erst eine Zeile der Zusammenfassung.</translation>
    </message>
    <message>
      <source>No sentence of the documents has to do with it.</source>
      <translation>Kein Satz der Dokumente hat damit zu tun.</translation>
    </message>
    <message>
      <source>Nothing can be offered for this line: read it in its place.</source>
      <translation>Für diese Zeile ist nichts anzubieten: bitte an Ort und Stelle lesen.</translation>
    </message>
    <message>
      <source>Print another one instead: {0}</source>
      <translation>Stattdessen einen anderen drucken: {0}</translation>
    </message>
    <message>
      <source>Print the sentence before it, too: {0}</source>
      <translation>Auch den Satz davor drucken: {0}</translation>
    </message>
    <message>
      <source>Say who is meant: {0}</source>
      <translation>Sagen, wer gemeint ist: {0}</translation>
    </message>
    <message>
      <source>put into context</source>
      <translation>in den Zusammenhang stellen</translation>
    </message>
  </context>
  <context>
    <name>Tasks</name>
    <message>
      <source>Something in the program went wrong.</source>
      <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
      <source>The part of the program that does the work could not be started.</source>
      <translation>Der Teil des Programms, der die Arbeit macht, ließ sich nicht starten.</translation>
    </message>
    <message>
      <source>The work was broken off while: {0}. Nothing you have done is lost; please try again.</source>
      <translation>Die Arbeit ist abgebrochen bei: {0}. Nichts von Ihnen ist verloren; bitte versuchen Sie es noch einmal.</translation>
    </message>
  </context>
  <context>
    <name>Telling</name>
    <message>
      <source>&amp;Go on with it</source>
      <translation>Fort&amp;setzen</translation>
    </message>
    <message>
      <source>No mail program could be opened. The message is saved as “{0}”, with the PDF attached.</source>
      <translation>Es ließ sich kein Mailprogramm öffnen. Die Nachricht ist als „{0}“ gespeichert, mit dem PDF als Anhang.</translation>
    </message>
    <message>
      <source>Saved “{0}”.</source>
      <translation>„{0}“ ist gespeichert.</translation>
    </message>
    <message>
      <source>Something in the program went wrong. Nothing you have done is lost.</source>
      <translation>Im Programm ist etwas schiefgegangen. Nichts von Ihnen ist verloren.</translation>
    </message>
    <message>
      <source>The message is open in your mail program, with the PDF attached.</source>
      <translation>Die Nachricht ist in Ihrem Mailprogramm offen, mit dem PDF als Anhang.</translation>
    </message>
    <message>
      <source>The program ended without warning. Your work was kept: {0}{1} documents, last changed {2}.</source>
      <translation>Das Programm endete unerwartet. Ihre Arbeit ist erhalten: {0}{1} Dokumente, zuletzt geändert {2}.</translation>
    </message>
    <message>
      <source>Thro&amp;w it away</source>
      <translation>&amp;Wegwerfen</translation>
    </message>
    <message>
      <source>{0} Problems with other documents: {1}.</source>
      <translation>{0} Probleme mit weiteren Dokumenten: {1}.</translation>
    </message>
    <message>
      <source>{0} documents, {1} figures, {2} statements</source>
      <translation>{0} Dokumente, {1} Zahlen, {2} Aussagen</translation>
    </message>
  </context>
  <context>
    <name>TemplatesDialog</name>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren…</translation>
    </message>
    <message>
      <source>&amp;Import…</source>
      <translation>&amp;Importieren…</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>&amp;Speichern</translation>
    </message>
    <message>
      <source>&amp;Title</source>
      <translation>&amp;Titel</translation>
    </message>
    <message>
      <source>&amp;Without</source>
      <translation>O&amp;hne</translation>
    </message>
    <message>
      <source>A template needs at least one section.</source>
      <translation>Eine Vorlage braucht mindestens einen Abschnitt.</translation>
    </message>
    <message>
      <source>Choose a &amp;Word file…</source>
      <translation>&amp;Word-Datei wählen…</translation>
    </message>
    <message>
      <source>Column headings</source>
      <translation>Spaltenüberschriften</translation>
    </message>
    <message>
      <source>Letterhead</source>
      <translation>Briefkopf</translation>
    </message>
    <message>
      <source>Move &amp;down</source>
      <translation>Nach &amp;unten</translation>
    </message>
    <message>
      <source>Move &amp;up</source>
      <translation>Nach o&amp;ben</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Abschnitte</translation>
    </message>
    <message>
      <source>Show in &amp;folder</source>
      <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <source>The name of its folder; another name keeps a copy</source>
      <translation>Der Name ihres Ordners; ein anderer Name ergibt eine Kopie</translation>
    </message>
    <message>
      <source>none: the program’s own layout</source>
      <translation>keiner: die Gestaltung des Programms</translation>
    </message>
    <message>
      <source>{0} (own)</source>
      <translation>{0} (eigene)</translation>
    </message>
    <message>
      <source>“{0}” is saved.</source>
      <translation>„{0}“ ist gespeichert.</translation>
    </message>
  </context>
  <context>
    <name>WelcomePanel</name>
    <message>
      <source>&amp;Opened last</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Drop your documents here</source>
      <translation>Legen Sie Ihre Dokumente hier ab</translation>
    </message>
    <message>
      <source>Opened last</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Text, Word, PDF and saved web pages about one matter. What they say is shown with its place in the source, and becomes a cited briefing. Nothing leaves this computer.</source>
      <translation>Text, Word, PDF und gespeicherte Webseiten zu einem Vorgang. Was sie sagen, wird mit seiner Fundstelle gezeigt und zu einem Briefing. Nichts verlässt diesen Rechner.</translation>
    </message>
  </context>
  <context>
    <name>WordingDialog</name>
    <message>
      <source>&amp;Note:</source>
      <translation>&amp;Notiz:</translation>
    </message>
    <message>
      <source>&amp;The source’s words</source>
      <translation>Die &amp;Worte der Quelle</translation>
    </message>
    <message>
      <source>&amp;Your wording (the briefing shows it as yours):</source>
      <translation>&amp;Ihr Wortlaut (das Briefing zeigt ihn als Ihren):</translation>
    </message>
    <message>
      <source>Reword</source>
      <translation>Umformulieren</translation>
    </message>
    <message>
      <source>The source says:</source>
      <translation>Die Quelle sagt:</translation>
    </message>
    <message>
      <source>Your wording</source>
      <translation>Ihr Wortlaut</translation>
    </message>
    <message>
      <source>why, or from whom you know; the briefing prints it as the desk’s</source>
      <translation>warum oder von wem Sie es wissen; das Briefing druckt es als Angabe des Referats</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>about {0}</source>
      <translation>etwa {0}</translation>
    </message>
    <message>
      <source>alleged</source>
      <translation>behauptet</translation>
    </message>
    <message>
      <source>at least {0}</source>
      <translation>mindestens {0}</translation>
    </message>
    <message>
      <source>conflict</source>
      <translation>Widerspruch</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <source>denied</source>
      <translation>bestritten</translation>
    </message>
    <message>
      <source>different scope</source>
      <translation>anderer Umfang</translation>
    </message>
    <message>
      <source>estimated</source>
      <translation>geschätzt</translation>
    </message>
    <message>
      <source>less than {0}</source>
      <translation>weniger als {0}</translation>
    </message>
    <message>
      <source>more than {0}</source>
      <translation>mehr als {0}</translation>
    </message>
    <message>
      <source>p. {0}, para {1}</source>
      <translation>S. {0}, Abs. {1}</translation>
    </message>
    <message>
      <source>para {0}</source>
      <translation>Abs. {0}</translation>
    </message>
    <message>
      <source>planned</source>
      <translation>geplant</translation>
    </message>
    <message>
      <source>possible</source>
      <translation>möglich</translation>
    </message>
    <message>
      <source>reported</source>
      <translation>berichtet</translation>
    </message>
    <message>
      <source>stated</source>
      <translation>angegeben</translation>
    </message>
    <message>
      <source>up to {0}</source>
      <translation>bis zu {0}</translation>
    </message>
    <message>
      <source>update</source>
      <translation>neuerer Stand</translation>
    </message>
  </context>
  <context>
    <name>WritingPanel</name>
    <message>
      <source>Places to write</source>
      <translation>Zu schreibende Stellen</translation>
    </message>
    <message>
      <source>This template leaves nothing to be written.</source>
      <translation>Diese Vorlage lässt nichts zu schreiben.</translation>
    </message>
  </context>
</TS>

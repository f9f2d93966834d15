//! An audit as one HTML page: no scripts, nothing from the network.

use std::fmt::{self, Write};

use super::super::html::{Text, begin, span};
use super::super::units::{bytes, count};
use super::{Audit, Cell, Finding, Framework, Section, Verdict, shown};

/// The page; tables have `top` rows, None is all.
pub fn html(audit: &Audit, top: Option<usize>) -> String {
    let mut page = String::new();
    // Writing to memory cannot fail.
    let _ = write_page(audit, top, &mut page);
    page
}

fn write_page(audit: &Audit, top: Option<usize>, page: &mut String) -> fmt::Result {
    begin("Audit", page)?;
    let data = &audit.data;
    span((&data.first, &data.last), &audit.window, page)?;
    page.push_str("<h2>Alarms</h2>\n<ul>\n");
    for alarm in &audit.alarms {
        writeln!(page, "<li class=\"failed\">{}</li>", Text(alarm))?;
    }
    page.push_str(if audit.alarms.is_empty() { "<li>none</li>\n</ul>\n" } else { "</ul>\n" });
    for framework in &audit.frameworks {
        self::framework(framework, page)?;
    }
    for section in audit.sections.iter().filter(|section| !section.rows.is_empty()) {
        self::section(section, top, page)?;
    }
    page.push_str("<h2>Data</h2>\n<div class=\"wide\"><table>\n<tr><th>input</th><th>lines</th><th>bytes</th></tr>\n");
    for input in &audit.inputs {
        let (lines, bytes) = (count(input.lines), bytes(input.bytes));
        writeln!(page, "<tr><td>{}</td><td>{lines}</td><td>{bytes}</td></tr>", Text(&input.name))?;
    }
    let mut parts = vec![format!("{} lines", count(data.lines)), format!("{} looked at", count(data.reported))];
    let skipped = data.skipped.iter().filter(|(_, count)| *count > 0);
    parts.extend(skipped.map(|(why, skipped)| format!("{} {}", count(*skipped), why.replace('_', " "))));
    if data.unread > 0 {
        parts.push(format!("{} not read", bytes(data.unread)));
    }
    writeln!(page, "</table></div>\n<p>{}</p>\n</body>\n</html>", parts.join(", "))
}

fn section(section: &Section, top: Option<usize>, page: &mut String) -> fmt::Result {
    writeln!(page, "<h2>{}</h2>", Text(section.title))?;
    if !section.note.is_empty() {
        writeln!(page, "<p class=\"note\">{}</p>", Text(&section.note))?;
    }
    page.push_str("<div class=\"wide\"><table>\n<tr>");
    for (_, title) in &section.columns {
        write!(page, "<th>{}</th>", Text(title))?;
    }
    page.push_str("</tr>\n");
    let (rows, hidden) = shown(&section.rows, top);
    for row in rows {
        page.push_str("<tr>");
        for cell in row {
            let cell: &Cell = cell;
            write!(page, "<td>{}</td>", Text(&cell.text()))?;
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table></div>\n");
    if hidden > 0 {
        writeln!(page, "<p class=\"note\">… and {} more</p>", count(hidden as u64))?;
    }
    Ok(())
}

fn framework(framework: &Framework, page: &mut String) -> fmt::Result {
    writeln!(page, "<h2>{}</h2>\n<div class=\"wide\"><table>", Text(framework.title))?;
    page.push_str(
        "<tr><th>clause</th><th>asks</th><th>looked at</th><th>verdict</th><th>evidence</th><th>gaps</th></tr>\n",
    );
    for control in &framework.controls {
        let class = match control.verdict {
            Verdict::Met => "passed",
            Verdict::NotMet => "failed",
            Verdict::NoEvidence => "",
        };
        write!(page, "<tr><td>{}</td><td>{}</td>", Text(control.clause), Text(control.asks))?;
        write!(page, "<td>{}</td>", Text(&control.looks_at))?;
        write!(page, "<td class=\"{class}\">{}</td>", control.verdict.name())?;
        findings(&control.evidence, page)?;
        findings(&control.gaps, page)?;
        page.push_str("</tr>\n");
    }
    page.push_str("</table></div>\n");
    Ok(())
}

fn findings(findings: &[Finding], page: &mut String) -> fmt::Result {
    page.push_str("<td>");
    for (number, finding) in findings.iter().enumerate() {
        page.push_str(if number > 0 { "<br>" } else { "" });
        write!(page, "{} {}", Text(&finding.summary()), Text(&finding.place()))?;
        for (line, digest) in &finding.lines {
            write!(page, "<br><code>{} sha256:{}</code>", Text(line), Text(digest))?;
        }
    }
    page.push_str("</td>");
    Ok(())
}

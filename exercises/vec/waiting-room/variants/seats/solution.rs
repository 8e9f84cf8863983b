pub fn rows(people: Vec<String>, width: usize) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = Vec::new();
    for person in people {
        match all.last_mut() {
            Some(row) if row.len() < width => row.push(person),
            _ => all.push(vec![person]),
        }
    }
    all
}

pub fn flat(rows: Vec<Vec<String>>) -> Vec<String> {
    rows.concat()
}

pub fn rows(people: Vec<String>, width: usize) -> Vec<Vec<String>> {
    let mut all = vec![vec![]];
    for person in people {
        let last = all.len() - 1;
        all[last].push(person);
        if all[last].len() == width {
            all.push(vec![]);
        }
    }
    all
}

pub fn flat(rows: Vec<Vec<String>>) -> Vec<String> {
    rows.concat()
}

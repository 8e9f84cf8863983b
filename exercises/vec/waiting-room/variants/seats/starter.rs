pub fn rows(people: Vec<String>, width: usize) -> Vec<Vec<String>> {
    todo!()
}

pub fn flat(rows: Vec<Vec<String>>) -> Vec<String> {
    todo!()
}

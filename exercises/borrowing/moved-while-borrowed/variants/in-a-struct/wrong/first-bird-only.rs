pub struct Cage {
    pub birds: Vec<String>,
}

fn fly(cage: Cage) -> usize {
    cage.birds.len()
}

pub fn free(cage: Cage) -> String {
    let names = cage.birds[0].clone();
    let count = fly(cage);
    format!("{count}: {names}")
}

use std::cell::RefCell;

struct Cache {
    hits: u32,
    values: Vec<u32>,
}

impl Cache {
    fn get(&self, i: usize) -> u32 {
        self.hits += 1;
        self.values[i]
    }
}

fn main() {
    let c = Cache { hits: 0, values: vec![5, 6, 7] };
    let sum = c.get(0) + c.get(2);
    println!("{sum}");
    println!("{}", c.hits);
}

trait Store {
    fn put<T: ToString>(&mut self, value: T);
}

struct Mem(Vec<String>);

impl Store for Mem {
    fn put<T: ToString>(&mut self, value: T) {
        self.0.push(value.to_string());
    }
}

fn fill(store: &mut dyn Store) {
    store.put(5);
}

fn main() {
    let mut m = Mem(vec![]);
    fill(&mut m);
    println!("{:?}", m.0);
}

fn add(v: &Vec<i32>) {
    v.push(1);
}

fn main() {
    let v = Vec::new();
    v.push(2);
    v.push(3);
    add(&v);
}

#[derive(Debug, Clone, Copy)]
struct Handle {
    id: u32,
}

impl Drop for Handle {
    fn drop(&mut self) {
        println!("release {}", self.id);
    }
}

fn open(id: u32) -> Handle {
    println!("open {id}");
    Handle { id };
}

fn main() {
    let a = open(1);
    let b = open(2);
    println!("{}", a.id + b.id);
}

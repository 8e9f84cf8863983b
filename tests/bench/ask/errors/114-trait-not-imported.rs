mod pets {
    pub trait Bark {
        fn bark(&self) -> String;
    }
    pub struct Dog;
    impl Bark for Dog {
        fn bark(&self) -> String {
            "wuff".to_string()
        }
    }
}

fn main() {
    let d = pets::Dog;
    println!("{}", d.bark());
}

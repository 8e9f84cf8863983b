mod bank {
    pub struct Vault {
        gold: u32,
        pub owner: String,
    }

    impl Vault {
        pub fn new(owner: &str) -> Vault {
            Vault { gold: 100, owner: owner.to_string() }
        }
    }
}

fn main() {
    let vault = bank::Vault::new("Gringo");
    println!("{}", vault.owner);
    println!("{}", vault.gold);
}
